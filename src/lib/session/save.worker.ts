/** Writes a run as a capture file beside the page, which hears how far it is and may end the worker at any time. */
import { captureOfObservation } from '../capture/runCapture';
import { PacketTracer } from '../capture/packetTracer';
import { firstWorld, step } from '../sim/step';
import { blocksOfCapture } from '../wire/pcapng';
import { GO_ON, type RunToSave, type Saving } from './saveMessages';

const say = (said: Saving, transfer: Transferable[] = []) => postMessage(said, { transfer });

/** The run is followed while it is played again: of a long one nothing is kept but its packets. */
function followed({ knobs, choices }: RunToSave): PacketTracer {
	const follower = new PacketTracer(false);
	let world = firstWorld(knobs);
	choices.forEach((choice, at) => {
		const next = step(world, choice);
		follower.follow(world, { choice, ...next }, at);
		// What was delivered is asked for no more.
		if (choice.type !== 'act') follower.carried.delete(choice.id);
		world = next.world;
	});
	return follower;
}

/** What is said of a run that is being saved, in order. */
function* saving(run: RunToSave): Generator<Saving, void> {
	const capture = captureOfObservation(followed(run));
	let packets = 0;
	const counted = (function* () {
		for (const packet of capture.packets) {
			packets += 1;
			yield packet;
		}
	})();
	yield { say: 'written', packets, of: capture.count };
	for (const block of blocksOfCapture({ ...capture, packets: counted })) {
		yield { say: 'written', packets, of: capture.count };
		yield { say: 'piece', bytes: block as Uint8Array<ArrayBuffer> };
	}
	yield { say: 'done' };
}

let said: Generator<Saving, void>;

/** Up to the next piece, or to the end. */
function goOn(): void {
	for (let next = said.next(); !next.done; next = said.next()) {
		const { value } = next;
		// Each piece has memory of its own, which goes over as it is.
		say(value, value.say === 'piece' ? [value.bytes.buffer] : []);
		if (value.say === 'piece') return;
	}
}

addEventListener('message', ({ data }: MessageEvent<RunToSave | typeof GO_ON>) => {
	if (data !== GO_ON) said = saving(data);
	goOn();
});
