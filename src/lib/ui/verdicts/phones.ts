import { judgePhones } from '../../check/combinations';
import type { JudgedPhone } from '../../check/judged';

let made: readonly JudgedPhone[] | null = null;

/** Every phone with its verdicts. Takes half a minute, once, while the site is built. */
export const judgedPhones = (): readonly JudgedPhone[] => (made ??= judgePhones());
