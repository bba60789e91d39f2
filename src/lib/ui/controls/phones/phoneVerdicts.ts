import { checkPhones } from '../../../check/phoneTable';
import type { PhoneVerdict } from '../../../check/phoneVerdict';

let made: readonly PhoneVerdict[] | null = null;

/** Every phone with its verdicts. Takes half a minute, once, while the site is built. */
export const phoneVerdicts = (): readonly PhoneVerdict[] => (made ??= checkPhones());
