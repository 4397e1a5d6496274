import type { FastifyInstance, FastifyReply } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'

/** The one shape of an error answer. Words and remedy for each code: `src/i18n/errors.ts`. */
export interface ErrorBody {
  readonly code: string
  readonly message: string
  readonly retryAfterS?: number
}

export function refuse(reply: FastifyReply, status: number, body: ErrorBody): FastifyReply {
  return reply.status(status).send(body)
}

/** Turns whatever was thrown into an answer that tells the client what to do and no one what is inside. */
export function installErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      const [first] = error.validation
      const where = first === undefined ? '' : `${first.instancePath} ${first.message ?? ''}`.trim()
      return refuse(reply, 400, { code: 'bad_request', message: `The request is not understood: ${where}` })
    }
    const { statusCode, code } = error as { statusCode?: number; code?: string }
    if (statusCode === 429)
      return refuse(reply, 429, { code: 'too_many_tries', message: 'Too many tries. Wait a minute.' })
    if (statusCode === 413)
      return refuse(reply, 413, { code: 'too_large', message: 'The request is too large.' })
    if (statusCode !== undefined && statusCode < 500) {
      return refuse(reply, statusCode, { code: 'bad_request', message: (error as Error).message })
    }
    if (isDiskFull(code)) {
      request.log.error({ code }, 'the disk is full')
      return refuse(reply, 507, {
        code: 'storage_full',
        message: 'The server has no space left. Nothing was lost.',
      })
    }
    request.log.error({ err: error }, 'request failed')
    return refuse(reply, 500, { code: 'server_failed', message: `The server failed. Report ${request.id}.` })
  })
  app.setNotFoundHandler((request, reply) =>
    // A page in the place of a picture would be kept as one.
    /^\/(?:api|pictures)\//.test(request.url) || request.method !== 'GET'
      ? refuse(reply, 404, { code: 'not_found', message: 'There is nothing at this address.' })
      : reply.sendFile('index.html'),
  )
}

/** SQLite's and PostgreSQL's words for a full disk. */
export function isDiskFull(code: string | undefined): boolean {
  return code === 'SQLITE_FULL' || code === '53100' || code === 'ENOSPC'
}
