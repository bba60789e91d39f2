/**
 * The bench's own page: the site's plate and loupe with as many packets under way as the address says (`?packets=200`), which
 * no run of the site has. Every frame does what a frame of the site does, from the scene to the drawing; only the
 * packets in it are replaced. Never part of the site.
 */
import { mount } from 'svelte';
import Plate from '../../../src/lib/figures/plate/Plate.svelte';
import { play, SCENARIOS } from '../../../src/lib/scenarios/scenarios.ts';
import type { DrawnPacket, Flights, Glyph, Scene } from '../../../src/lib/scene/drawables.ts';
import { STREET } from '../../../src/lib/scene/plate/layouts.ts';
import { along } from '../../../src/lib/scene/polyline.ts';
import { sceneAt } from '../../../src/lib/scene/scene.ts';
import { layOut, stepsAt } from '../../../src/lib/scene/timeline.ts';
import '../../../src/lib/ui/controls/theme.css';

const SHAPES: readonly Glyph['shape'][] = ['icmp', 'tcp', 'udp', 'handshake'];
const WIRES = Object.values(STREET.wires);
/** How long a packet takes from one end of its wire to the other. */
const LAP_MS = 2_000;
const count = Number(new URLSearchParams(location.search).get('packets'));

function packetsAt(playMs: number): DrawnPacket[] {
	return Array.from({ length: count }, (_, i) => ({
		key: i,
		at: along(WIRES[i % WIRES.length] ?? [], (playMs / LAP_MS + i / count) % 1),
		shape: SHAPES[i % SHAPES.length] ?? 'tcp',
		envelopes: i % 3,
		leaking: i % 10 === 0,
		name: `packet ${i}`,
		packet: { protocol: 'tcp', purpose: 'page', sender: 'safari', destination: 'website' },
		step: 0
	}));
}

const timeline = layOut(play(SCENARIOS['first-screen']));
const sceneOf = (playMs: number): Scene => sceneAt(timeline, stepsAt(timeline, playMs % timeline.durationMs));
const flightsOf = (playMs: number): Flights => ({ packets: packetsAt(playMs), slips: [] });

let playMs = $state(0);
const scene = $derived(sceneOf(playMs));
const flights = $derived(flightsOf(playMs));
const props = {
	get scene() {
		return scene;
	},
	get flights() {
		return flights;
	},
	layout: STREET,
	onroom: () => undefined
};
mount(Plate, { target: document.body, props });

const begun = performance.now();
requestAnimationFrame(function draw(now) {
	playMs = Math.max(0, now - begun);
	requestAnimationFrame(draw);
});
