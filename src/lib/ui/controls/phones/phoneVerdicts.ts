import { checkPhones } from '../../../check/phoneTable';
import type { PhoneVerdict } from '../../../check/phoneVerdict';
import { answerTo } from './answers.server';

/** Every phone with its verdicts. Takes half a minute, once, while the site is built. */
export const phoneVerdicts = (): Promise<readonly PhoneVerdict[]> => answerTo('phones', checkPhones);
