/** Started as a process of its own by the determinism test: prints the digest of every run, with no cache warm. */
import { digestOf, RUNS } from './runs.ts';

console.log(JSON.stringify(Object.fromEntries(RUNS.map(({ name, run }) => [name, digestOf(run())]))));
