/** `npm run lint`: everything about the sources but their types, which are `npm run types`. */
import { checkSources } from './lib/sourceChecks.mjs';

const failed = (await checkSources()).filter(([, passed]) => !passed);
process.exitCode = failed.length;
