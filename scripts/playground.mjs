/** `npm run playground`: every figure, room, glyph, statechart and state of the controls on one page, following every change. */
import { developPlayground } from './lib/playground.mjs';

await developPlayground();
