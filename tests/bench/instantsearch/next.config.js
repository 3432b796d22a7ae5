/** @type {import('next').NextConfig} */
const config = { agentRules: false, typescript: { ignoreBuildErrors: true, tsconfigPath: '../../../tsconfig.json' } };

export default config;
