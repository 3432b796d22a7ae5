/** @type {import('next').NextConfig} */
const config = {
  typedRoutes: true,
  poweredByHeader: false,
  agentRules: false,
  reactStrictMode: true,
  // The type check is a step of its own (`npm run types`); a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Few files, as each asks for a turn of its own: of six at a time where the server speaks HTTP/1.1.
  experimental: {
    turbopackChunking: { minChunkSize: 1_000_000, maxMergeChunkSize: 3_000_000 },
    cssChunking: { type: 'graph', requestCost: 1_000_000 },
  },
  outputFileTracingIncludes: { '/**': ['lib/entities/data/*', 'lib/report/sources.yaml'] },
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
      ],
    },
  ],
};

export default config;
