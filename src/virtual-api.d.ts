/** The model’s declarations and docstrings, as TypeDoc reads them; see scripts/lib/apiDocs.mjs. For server code only. */
declare module 'virtual:api' {
	import type { JSONOutput } from 'typedoc';

	const project: JSONOutput.ProjectReflection;
	export default project;
}
