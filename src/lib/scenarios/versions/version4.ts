import { judging, type AddedSteps } from './addedSteps';

/**
 * The app hears from the tunnel process whether its probe was answered; until then it showed what the session was. And the
 * person sees the VPN symbol of iOS, and not the app alone.
 */
const heard = judging(({ message }) =>
	message?.event.type === 'tunnel.answered' || message?.event.type === 'symbol.show' ? 'added' : 'own'
);

export const addedInVersion4: readonly AddedSteps[] = [heard];
