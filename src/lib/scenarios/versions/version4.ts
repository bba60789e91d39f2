import { judging, type AddedSteps } from './addedSteps';

/** The app hears from the tunnel process whether its probe was answered. Until then it showed what the session was. */
const answers = judging(({ message }) => (message?.event.type === 'tunnel.answered' ? 'added' : 'own'));

export const addedInVersion4: readonly AddedSteps[] = [answers];
