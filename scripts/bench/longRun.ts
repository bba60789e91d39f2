/** Prints a run of a hundred thousand packets as the saving worker takes it: a page that keeps itself fresh, for many hours. */
import { PacketTracer } from '../../src/lib/capture/packetTracer.ts';
import { RELEASED_APP } from '../../src/lib/machines/knobs.ts';
import { ARTICLE_OUTCOMES } from '../../src/lib/sim/outcomes.ts';
import { firstWorld, step, type Choice } from '../../src/lib/sim/step.ts';

const PACKETS = 100_000;

const knobs = { ...RELEASED_APP, includeAllNetworks: true };
const follower = new PacketTracer();
const choices: Choice[] = [];
let world = firstWorld(knobs);

function go(choice: Choice): void {
	const next = step(world, choice);
	follower.follow(world, { choice, ...next }, choices.length);
	choices.push(choice);
	world = next.world;
}
/** So many messages, in the order in which they are due. */
function deliver(count: number): void {
	for (let i = 0; i < count; i++) {
		const message = world.pending[0];
		if (message) go({ type: 'deliver', id: message.id });
	}
}

deliver(4);
go({ type: 'act', act: 'connect' });
deliver(100);
go({ type: 'act', act: 'safari' });
while (follower.sightings.length < PACKETS) deliver(1);
process.stdout.write(JSON.stringify({ knobs, outcomes: ARTICLE_OUTCOMES, choices }));
