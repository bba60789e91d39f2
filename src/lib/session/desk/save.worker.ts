/** Writes a run as a capture file beside the page, which hears how far it is and may end the worker at any time. */
import { captureOfFollowed } from '../../capture';
import { Follower } from '../../capture/observe';
import { firstWorld, step } from '../../sim/step';
import { blocksOfCapture } from '../../wire/pcapng';
import type { RunToSave, Saving } from './messages';

const say = (said: Saving, transfer: Transferable[] = []) => postMessage(said, { transfer });

/** The run is followed while it is played again: of a long one nothing is kept but its packets. */
function followed({ knobs, choices }: RunToSave): Follower {
	const follower = new Follower(false);
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

addEventListener('message', ({ data }: MessageEvent<RunToSave>) => {
	const follower = followed(data);
	say({ say: 'written', packets: 0, of: follower.sightings.length });
	const capture = captureOfFollowed(follower);
	let packets = 0;
	const counted = (function* () {
		for (const packet of capture.packets) {
			packets += 1;
			yield packet;
		}
	})();
	for (const block of blocksOfCapture({ ...capture, packets: counted })) {
		// Each piece has memory of its own, which goes over as it is.
		const bytes = block as Uint8Array<ArrayBuffer>;
		say({ say: 'piece', bytes }, [bytes.buffer]);
		say({ say: 'written', packets, of: capture.count });
	}
	say({ say: 'done' });
});
