import type { TunnelContext } from '../tunnelProcess/context';
import type { ReasonContext } from './reason';

/** The context of the tunnel process, for sentences that only its transitions use. */
export const tunnelContextOf = ({ context }: ReasonContext): TunnelContext => context as unknown as TunnelContext;
