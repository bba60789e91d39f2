/** The bibliography: what is referred to is in it, and what is in it is referred to. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EVIDENCE } from '../../src/lib/machines/evidence';
import { REASONS, type ReasonId } from '../../src/lib/machines/reasons';
import { DISAGREEMENTS, sourceOf, SOURCE_IDS, SOURCES } from '../../src/lib/machines/sources';

const CONTENT = join(import.meta.dirname, '../../content');
const prose = readdirSync(CONTENT, { recursive: true, encoding: 'utf8' })
	.filter((name) => /\.(svx|md)$/.test(name))
	.map((name) => readFileSync(join(CONTENT, name), 'utf8'))
	.join('\n');

/** Every `source` of every reason, the rules’ among them. */
const cited = (Object.keys(REASONS) as ReasonId[]).flatMap((id) => REASONS[id].source ?? []);

describe('sourceOf', () => {
	it('finds a source by its name alone', () => {
		expect(sourceOf('Apple, NEPacketTunnelProvider')).toEqual(['applePacketTunnelProvider']);
	});

	it('takes what follows a comma or a space for a place in it', () => {
		expect(sourceOf('RFC 2131, section 3.1')).toEqual(['rfc2131']);
		expect(sourceOf('TunnelCrack (LocalNet), USENIX Security 2023')).toEqual(['tunnelCrack']);
	});

	it('finds several, in their order', () => {
		expect(sourceOf('TunnelCrack (LocalNet), USENIX Security 2023; Apple, excludeLocalNetworks')).toEqual([
			'tunnelCrack',
			'appleExcludeLocalNetworks'
		]);
	});

	it('prefers the longer name, and takes no name for a part of another', () => {
		expect(sourceOf('Mullvad’s TunnelMonitorTimings')).toEqual(['mullvadTimings']);
		expect(sourceOf('Mullvad’s TunnelMonitor')).toEqual(['mullvadMonitor']);
		expect(sourceOf('RFC 21310')).toEqual([null]);
	});

	it('says so when a part names nothing', () => {
		expect(sourceOf('Somebody; Apple, NEVPNStatus')).toEqual([null, 'appleStatus']);
	});
});

describe('the model', () => {
	it('cites something', () => {
		expect(cited.length).toBeGreaterThan(40);
	});

	it('cites nothing that is not in the bibliography', () => {
		expect(cited.filter((text) => sourceOf(text).includes(null))).toEqual([]);
	});

	it('knows what it cites in the way in which one of the sources does', () => {
		const wrong = (Object.keys(REASONS) as ReasonId[]).filter((id) => {
			const { source, evidence } = REASONS[id];
			return (
				source !== undefined &&
				!sourceOf(source).some((found) => found !== null && SOURCES[found].evidence === evidence)
			);
		});
		expect(wrong).toEqual([]);
	});
});

describe('the bibliography', () => {
	const placed = new Set([...prose.matchAll(/<Source\s+id="([^"]+)"/g)].map(([, id]) => id));

	it('has nothing that neither model nor prose refers to', () => {
		const used = new Set<string | null | undefined>([...cited.flatMap(sourceOf), ...placed]);
		expect(SOURCE_IDS.filter((id) => !used.has(id))).toEqual([]);
	});

	it('has no name twice, so that a name leads to one source', () => {
		const names = SOURCE_IDS.map((id) => SOURCES[id].name);
		expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
	});

	it.each(SOURCE_IDS)('%s says what it is, how it is known, and leads nowhere but to a safe address', (id) => {
		const { what, evidence, href } = SOURCES[id];
		expect(what.length).toBeGreaterThan(5);
		expect(Object.keys(EVIDENCE)).toContain(evidence);
		if (href !== undefined) expect(new URL(href).protocol).toBe('https:');
	});
});

it('there are ten points of disagreement, from 1 on', () => {
	expect(Object.keys(DISAGREEMENTS)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
});
