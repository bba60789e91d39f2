/** What may import what; dependency-cruiser checks it on everything that it can resolve. */
import { BEFORE_CODE, FOLDERS, PAGES, PURE, allowedIn, orderSentence } from './scripts/lint/layers.mjs';

/** @param {readonly string[]} folders */
const under = (folders) => `^(${folders.join('|')})/`;

/** What lies in src itself (styles, hooks, the service worker) comes with the pages. */
const SHELL = '^src/[^/]+$';
/** Written by SvelteKit and by Vite’s plugins while they build, so that there is no file to find. */
const PROVIDED = '^(\\$app|\\$env)/|^\\$service-worker$|^\\./\\$types$|^virtual:';
/** What runs in Node alone, while the site is built. */
const SERVER = '(\\.server|/\\+server)\\.ts$|^src/routes/social/';
/** What the playground shows, itself or as a part of what it shows. */
const SHOWN = '^src/lib/(figures|ui/(controls|chapter|lab|packets|verdicts|evidence))/.*[.]svelte$';
/** What is a page, lays one out or prints it, and what only ties a figure that is shown to its chapter or to the inspector. */
const NOT_SHOWN = [
	'/controls/(Heading|InspectorOnDemand|PageHead|Prose|Shell|tables/TablePage)[.]svelte$',
	'/chapter/(ChapterPage|EssayChapter|Explorable|ExplorableLayout|FigureStoryboard|PhoneCount|hero/StagedScreen)[.]svelte$',
	'/chapter/(detail/[A-Z][a-z]+Detail|predict/Predict)[.]svelte$',
	'/lab/(Lab|LabControls|LabLayout|Print|PrintedRun|SkipLinks)[.]svelte$',
	'/(evidence/Evidence|verdicts/Verdicts)[.]svelte$'
];
/** @type {import('dependency-cruiser').DependencyType[]} */
const PACKAGES = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown', 'core'];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		...FOLDERS.map((folder) => ({
			name: `order of ${folder}`,
			comment: orderSentence(folder),
			severity: /** @type {const} */ ('error'),
			from: { path: under([folder]) },
			to: {
				pathNot: [under(allowedIn(folder)), ...(PAGES.includes(folder) ? [SHELL] : [])],
				dependencyTypesNot: PACKAGES,
				couldNotResolve: false
			}
		})),
		{
			name: 'content before code',
			comment: 'Prose and its tables come before all code.',
			severity: 'error',
			from: { path: under(BEFORE_CODE) },
			to: { path: '^src/' }
		},
		{
			name: 'no browser in the model',
			comment: `Up to ${PURE.at(-1)} nothing knows of Svelte or of SvelteKit; components begin in figures.`,
			severity: 'error',
			from: { path: under(PURE) },
			to: { path: `${PROVIDED}|node_modules/(svelte|@sveltejs)/|\\.svelte(\\.[jt]s)?$` }
		},
		{
			name: 'shown in the playground',
			comment: 'Whatever the site draws or lets somebody press is on the playground too: in src/playground/groups.',
			severity: 'error',
			from: { path: '^src/playground/' },
			to: { path: SHOWN, pathNot: NOT_SHOWN, reachable: false }
		},
		{
			name: 'no circle',
			comment: 'Two modules that import each other start in an order that nobody chose.',
			severity: 'error',
			from: {},
			// Types leave nothing behind that could start.
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
		},
		{
			name: 'nothing missing',
			comment: 'There is nothing at this address.',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true, pathNot: PROVIDED }
		},
		{
			name: 'no undeclared package',
			comment: 'What src imports is a dependency in package.json; a tool that only builds or tests is none.',
			severity: 'error',
			from: { path: '^src/', pathNot: SERVER },
			to: {
				dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'core'],
				// SvelteKit's own place for these is devDependencies: what is served of them has been compiled.
				pathNot: 'node_modules/(svelte|@sveltejs)/',
				dependencyTypesNot: ['type-only']
			}
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		webpackConfig: { fileName: 'scripts/lint/resolve.mjs' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'import', 'types', 'default'],
			extensions: ['.ts', '.svelte', '.mjs', '.js']
		}
	}
};
