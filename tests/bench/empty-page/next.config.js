import site from '../../../next.config.js';

/** Its files are made as those of the site. @type {import('next').NextConfig} */
const config = {
  agentRules: false,
  typescript: { ignoreBuildErrors: true, tsconfigPath: '../../../tsconfig.json' },
  experimental: site.experimental,
};

export default config;
