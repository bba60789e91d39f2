import { LINKTYPE, type CapturedPacket } from '../wire/capture';
import { emitEthernet, ETHER_TYPE } from '../wire/ethernet';
import { emitUtun } from '../wire/utun';
import { MAC } from './addresses';
import { CAPTURE_EPOCH_MS } from './captureEpoch';
import type { Observation, Sighting } from './packetTracer';
import type { CapturePoint } from './capturePoints';
import type { Sealer } from './sealer';
import { packetComment } from './packetComments';

/** What a packet begins with at each point: Wi-Fi looks like Ethernet, utun has its address family, processes have neither. */
export const linkTypeOf = (point: CapturePoint): number =>
	point === 'en0' ? LINKTYPE.ETHERNET : point === 'utun4' ? LINKTYPE.LOOP : LINKTYPE.IPV4;

/** The bytes that are seen at a point: the packet with that point’s header. */
export function frameOf({ traced, point, direction }: Sighting, packet: Uint8Array): Uint8Array {
	if (point === 'utun4') return emitUtun({ addressFamily: 'ipv4', payload: packet });
	if (point !== 'en0') return packet;
	const [source, neighbour] = direction === 'outbound' ? [MAC.phone, MAC.accessPoint] : [MAC.accessPoint, MAC.phone];
	const destination = traced.packet.purpose === 'lease' ? MAC.everybody : neighbour;
	return emitEthernet({ source, destination, etherType: ETHER_TYPE.ipv4, payload: packet });
}

/** When each was seen, in whole microseconds of the model. Within one millisecond the order is kept by microseconds. */
export function timesUs(sightings: readonly Sighting[]): number[] {
	let [lastMs, within] = [-1, 0];
	return sightings.map(({ atMs }) => {
		within = atMs === lastMs ? within + 1 : 0;
		lastMs = atMs;
		return atMs * 1000 + within;
	});
}

/** All sightings as packets of a capture, in order of time. */
export function* capturedPackets(
	observation: Observation,
	sealer: Sealer,
	points: readonly CapturePoint[]
): Generator<CapturedPacket, void> {
	const times = timesUs(observation.sightings);
	for (const [i, sighting] of observation.sightings.entries()) {
		const { traced, point, direction } = sighting;
		yield {
			interface: points.indexOf(point),
			direction,
			timeUs: CAPTURE_EPOCH_MS * 1000 + (times[i] ?? 0),
			bytes: frameOf(sighting, sealer.seenOf(sighting)),
			comment: packetComment(observation.lines, traced)
		};
	}
}
