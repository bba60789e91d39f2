import { toldIn } from '../../scene/figureRuns';
import type { FigureId } from '../../scenarios/figureSpecs';
import type { FigureSession } from '../../session/figureSession.svelte';
import type { FigureHandle } from '../controls/figureContext';
import type { ScrollSync } from './scrollSync';

/** What the prose beside a figure can ask of it. `bringIntoSight` scrolls to the figure; `passages` are kept by those that have any. */
export const figureHandle = (
	id: FigureId,
	session: FigureSession,
	passages: ScrollSync | undefined,
	bringIntoSight: () => void
): FigureHandle => ({
	id,
	spec: session.spec,
	live: true,
	session,
	show: (title, scenario) => {
		session.show(title, scenario);
		bringIntoSight();
	},
	told: (title, scenario) => toldIn(session.spec, title, scenario),
	passage: (element, title, scenario) => passages?.add(element, title, scenario) ?? (() => {}),
	askBefore: (title, scenario, isOpen) => session.predictionGate.add({ title, scenario, isOpen })
});
