import { existsSync } from 'node:fs'
import fastifyHelmet from '@fastify/helmet'
import fastifyRateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import fastifySwagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { deviceRoutes } from './device-routes.ts'
import { drillRoutes } from './drill-routes.ts'
import { enrolRoutes } from './enrol-routes.ts'
import { installErrors } from './errors.ts'
import { exportRoutes } from './export-routes.ts'
import { installGuard } from './guard.ts'
import { healthRoutes } from './health-routes.ts'
import { loginRoutes } from './login-routes.ts'
import { pairingRoutes } from './pairing-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { pictureRoutes } from './picture-routes.ts'
import { printRoutes } from './print-routes.ts'
import { quarantineRoutes } from './quarantine-routes.ts'
import { rangeRoutes } from './range-routes.ts'
import { renewalRoutes } from './renewal-routes.ts'
import { reportRoutes } from './report-routes.ts'
import type { Services } from './services.ts'
import { setupRoutes } from './setup-routes.ts'
import { syncRoutes } from './sync-routes.ts'
import { varianceRoutes } from './variance-routes.ts'
import { installHttpsOnly, trustRoutes } from './trust-routes.ts'

export interface AppPaths {
  /** The built screens. */
  readonly screens: string
  readonly pictures: string
}

/** The whole HTTP side, ready to listen or to be asked in a test. */
export async function createApp(
  services: Services,
  paths: AppPaths,
  logger: NonNullable<FastifyServerOptions['logger']>,
): Promise<FastifyInstance> {
  const app = Fastify({ logger, bodyLimit: 256 * 1024, forceCloseConnections: true })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  installErrors(app)
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      directives: {
        'default-src': ["'self'"],
        // SQLite is WebAssembly; nothing else is compiled at run time, and nothing is inline.
        'script-src': ["'self'", "'wasm-unsafe-eval'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'connect-src': ["'self'", 'ws:', 'wss:'],
        'worker-src': ["'self'"],
        'frame-ancestors': ["'none'"],
        'upgrade-insecure-requests': null,
      },
    },
    // A store's own hub speaks plain HTTP until it has a certificate; a browser told otherwise would lock it out.
    strictTransportSecurity: false,
  })
  await app.register(fastifyRateLimit, { global: false })
  await app.register(fastifySwagger, {
    openapi: {
      info: { title: 'Comanda', version: '1', description: 'The server of a Comanda store.' },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    },
    transform: jsonSchemaTransform,
  })
  if (services.https !== null) installHttpsOnly(app, services.https)
  installGuard(app, services.tokens, services.database)
  await app.register(async (api) => {
    const typed = api.withTypeProvider<ZodTypeProvider>()
    healthRoutes(typed, services)
    loginRoutes(typed, services)
    pairingRoutes(typed, services)
    peopleRoutes(typed, services)
    deviceRoutes(typed, services)
    enrolRoutes(typed, services)
    setupRoutes(typed, services)
    renewalRoutes(typed, services)
    syncRoutes(typed, services)
    reportRoutes(typed, services)
    rangeRoutes(typed, services)
    drillRoutes(typed, services)
    varianceRoutes(typed, services)
    exportRoutes(typed, services)
    quarantineRoutes(typed, services)
    printRoutes(typed, services)
    pictureRoutes(typed, services)
    typed.get(
      '/api/openapi.json',
      { config: { access: { kind: 'any' } }, schema: { summary: 'This document' } },
      async () => app.swagger(),
    )
  })
  if (services.https !== null) trustRoutes(app, services.https, services.hub)
  await installScreens(app, paths)
  return app
}

async function installScreens(app: FastifyInstance, { screens, pictures }: AppPaths): Promise<void> {
  await app.register(fastifyStatic, {
    root: screens,
    // A route for each file there is: found by looking, the folder would be read for every one of a device's two hundred.
    wildcard: false,
    // As the build packed them, for whoever takes that.
    preCompressed: true,
    // The shell is asked for anew each time and answered from the service worker; hashed files never change.
    setHeaders: (reply, path) => {
      void reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  if (existsSync(pictures)) {
    await app.register(fastifyStatic, {
      root: pictures,
      prefix: '/pictures/',
      decorateReply: false,
      maxAge: '7d',
    })
  }
}
