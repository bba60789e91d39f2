/** Writes the list of transitions anew: `npx tsx tests/unit/machines/writeTransitionList.ts`, then look at what `git diff` says. */
import { writeFileSync } from 'node:fs';
import { LIST_FILE, transitionLines } from './transitionList.ts';

writeFileSync(LIST_FILE, `${transitionLines().join('\n')}\n`);
