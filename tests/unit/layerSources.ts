/** Sources that break the order of the folders in every way, in a small project of their own, and what the tools of lint say of them. */
import { layerProblems, type Problem } from './layerProblems.ts';

/** What the sources that are put here import. */
export const NEIGHBOURS = {
	'content/model.md': '',
	'static/icon.svg': '',
	'src/app.css': '',
	'src/lib/wire/checksum.ts': 'export const sum = 0;',
	'src/lib/wire/tcp.ts': 'export const encode = 0;',
	'src/lib/sim/index.ts': 'export const all = 0;',
	'src/lib/sim/step.ts': 'export type Step = 0; export const step = 0;',
	'src/lib/sim/world.ts': 'export type World = 0;',
	'src/lib/sim/worker.ts': 'export {};',
	'src/lib/scene/scale.ts': 'export const scale = 0;',
	'src/lib/scene/own.ts': 'export {};',
	'src/lib/session/player.svelte.ts': 'export type Player = 0;',
	'src/lib/session/play.worker.ts': 'export {};',
	'src/lib/ui/controls/Shell.svelte': '<p>Shell</p>',
	'src/lib/ui/controls/Late.svelte': '<p>Late</p>',
	'src/lib/ui/controls/shell.ts': 'export type Shell = 0;',
	'src/lib/ui/lab/session.ts': 'export type Session = 0; export const session = 0;',
	'src/routes/+page.svelte': '<p>Page</p>',
	'src/playground/moments.ts': 'export const moments = 0;'
};

export const sources: Record<string, string> = { ...NEIGHBOURS };
let problems: readonly Problem[] = [];

/** A component that the playground does not show; it shows all others. */
export const unseen = 'src/lib/figures/Unseen.svelte';
sources[unseen] = '<p>Nobody looks</p>';

/** Puts a source where the tools will look. All are looked at in one go: what takes time is to start the tools. */
export function put(folder: string, text: string, ending = 'ts'): string {
	const file = `${folder}/source${Object.keys(sources).length}.${ending}`;
	sources[file] = text;
	return file;
}

/** Looks at everything that was put here, and keeps what the tools say. */
export async function lookAtAll(): Promise<void> {
	const components = Object.keys(sources).filter((file) => /^src\/lib.*svelte$/.test(file) && file !== unseen);
	sources['src/playground/shown.ts'] = components.map((file) => `import '../../${file}';`).join('\n');
	problems = await layerProblems(sources);
}

/** What is wrong with these files. */
export const saidOf = (isMeant: (file: string) => boolean) => problems.filter(({ file }) => isMeant(file));
export const said = (file: string) => saidOf((each) => each === file);
export const rules = (file: string) => said(file).map(({ rule }) => rule);
