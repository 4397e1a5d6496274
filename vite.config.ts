import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compression } from 'vite-plugin-compression2'
import { VitePWA } from 'vite-plugin-pwa'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string }

const SERVER = 'http://127.0.0.1:8080'

export default defineConfig({
  root: 'src/app',
  // What a device says of itself to the server.
  define: { APP_VERSION: JSON.stringify(version) },
  build: {
    outDir: '../../dist/app',
    emptyOutDir: true,
    target: 'es2022',
  },
  // The worker imports modules, so it has to be one.
  worker: { format: 'es' },
  server: {
    proxy: {
      '/api': SERVER,
      '/pictures': SERVER,
      '/socket.io': { target: SERVER, ws: true },
    },
  },
  plugins: [
    react(),
    // Beside each file a packed one: a tablet's first start over a café's Wi-Fi reads a third.
    compression({ algorithms: ['gzip'], include: /\.(js|css|html|svg|wasm)$/, threshold: 1024 }),
    VitePWA({
      strategies: 'generateSW',
      // A new version waits until a person or the login screen lets it in: see shell/update-notice.tsx.
      registerType: 'prompt',
      // The screens register it themselves; an inline script would break the content security policy.
      injectRegister: false,
      includeAssets: ['icons/icon.svg', 'icons/icon-192.png'],
      manifest: {
        id: '/',
        name: 'Comanda',
        short_name: 'Comanda',
        description: 'The till that keeps working',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#f6f1e7',
        theme_color: '#fffdf8',
        icons: [
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
      workbox: {
        // Everything a till needs to start without a network, the database's WASM included.
        globPatterns: ['**/*.{js,css,html,wasm,svg,png,webmanifest}'],
        maximumFileSizeToCacheInBytes: 6_000_000,
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [
          /^\/api/,
          /^\/socket.io/,
          /^\/health/,
          /^\/metrics/,
          /^\/pictures/,
          /^\/trust/,
        ],
        cleanupOutdatedCaches: true,
        // The first page a device ever opens is offline-ready at once, without a reload.
        clientsClaim: true,
        skipWaiting: false,
        runtimeCaching: [
          {
            urlPattern: /\/pictures\/.+/,
            handler: 'CacheFirst',
            options: {
              cacheName: 'pictures',
              expiration: { maxEntries: 2_000 },
              cacheableResponse: { statuses: [200] },
            },
          },
        ],
      },
    }),
  ],
})
