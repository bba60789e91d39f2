/** The model’s declarations and docstrings, as TypeDoc reads them; see scripts/lib/apiDocs.mjs. For server code only. */
declare module 'virtual:api' {
	const project: import('typedoc').JSONOutput.ProjectReflection;
	export default project;
}
