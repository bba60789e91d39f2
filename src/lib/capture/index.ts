import type { History } from '../sim/history';
import type { Capture } from '../wire/capture';
import { capturedPackets, linkTypeOf } from './frames';
import { observe, type Observation } from './observe';
import { CAPTURE_POINTS, pointDescription, pointName } from './points';
import { Sealer } from './sealing';

const COMMENT =
	'Made by the model of Flip the Flag, not captured from a phone. Each packet has a comment that says what became of it, by which rule, and how that is known. The keys of the tunnel are in this file.';

/** A run as a capture: what was seen at each point, a comment on every packet, the keys of the tunnel. The same run gives the same bytes. */
export const captureOf = (history: History): CountedCapture => captureOfFollowed(observe(history));

export type CountedCapture = Capture & { readonly count: number };

/** The same for a run whose packets have been followed already. */
export function captureOfFollowed(observation: Observation): CountedCapture {
	const sealer = new Sealer(observation);
	const points = CAPTURE_POINTS.filter((point) => observation.sightings.some((sighting) => sighting.point === point));
	return {
		comment: COMMENT,
		interfaces: points.map((point) => ({ name: pointName(point), description: pointDescription(point), linkType: linkTypeOf(point) })),
		secrets: sealer.keyLog(),
		packets: capturedPackets(observation, sealer, points),
		count: observation.sightings.length
	};
}
