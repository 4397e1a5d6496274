import { hash as hashOf } from 'node:crypto'
import { z } from 'zod'
import { heldPictures, keepPicture, pictureHashes, readPicture } from '#database/queries/pictures.ts'
import type { Db } from '#database/schema.ts'
import { pictureName } from '#domain/menu/picture.ts'
import type { Caller } from '#server/auth/tokens.ts'
import { isDrawn, PICTURE_BYTES_MAX, redraw, type PictureRefusal } from '#server/pictures/redraw.ts'
import { sentAgain } from '#server/pictures/tidy.ts'
import type { Stores } from '#server/stores/stores.ts'
import type { Replica } from '#sync/replica.ts'
import { refuse } from './errors.ts'
import { errorSchema, type Api, type Services } from './services.ts'

const WORDS: { readonly [code in PictureRefusal]: string } = {
  picture_unreadable: 'This is no PNG, JPEG or WebP picture.',
  picture_too_large: 'The picture is larger than 2 MB or 4096 pixels.',
}

/** As base64 in JSON, with room for the rest. */
const BODY_LIMIT = Math.ceil((PICTURE_BYTES_MAX * 4) / 3) + 100_000
const HASH = /^[0-9a-f]{64}$/
const HASHES_MAX = 500
/** Five for each dish of a long menu: what is more is no menu. [PICTURE7] */
const PICTURES_MAX = 5_000
const A_YEAR = 'public, max-age=31536000, immutable'

const image = z.object({ image: z.base64().min(1) })
const hash = z.object({ hash: z.string().regex(HASH) })

/** Pictures of dishes: taken in from a person, shown to every screen, passed on between servers. */
export function pictureRoutes(api: Api, services: Services): void {
  takingIn(api, services)
  showing(api, services)
  passingOn(api, services)
}

function takingIn(api: Api, { database, stores }: Services): void {
  api.post(
    '/api/pictures',
    {
      bodyLimit: BODY_LIMIT,
      config: {
        access: { kind: 'user', action: 'edit_menu' },
        // Decoding costs; nobody takes two pictures a second.
        rateLimit: { max: 120, timeWindow: '1 minute' },
      },
      schema: {
        summary: 'Takes a dish’s picture in: checked, drawn afresh, and named',
        body: image,
        response: { 200: z.object({ picture: z.string() }), 409: errorSchema, 413: errorSchema },
      },
    },
    async ({ body, caller }, reply) => {
      const { db, store } = await replicaOf(stores, caller)
      if (await isFull(db, store)) return refuse(reply, 409, FULL)
      const drawn = await redraw(Buffer.from(body.image, 'base64'))
      if (!drawn.ok) return refuse(reply, 409, { code: drawn.error, message: WORDS[drawn.error] })
      const name = { store, hash: hashOf('sha256', drawn.value) }
      await keepPicture(db, store, name.hash, drawn.value.toString('base64'))
      await sentAgain(db, store, name.hash)
      await database.flush()
      return { picture: pictureName(name) }
    },
  )
}

/** Whoever knows its address may see it: a screen's `<img>` sends no token (decision 014). [PICTURE3] */
function showing(api: Api, { stores }: Services): void {
  api.get(
    '/pictures/:store/:file',
    {
      config: { access: { kind: 'open' } },
      schema: {
        summary: 'A dish’s picture',
        params: z.object({ store: z.string().max(80), file: z.string().max(80) }),
      },
    },
    async ({ params: { store, file } }, reply) => {
      const named = file.endsWith('.webp') ? file.slice(0, -'.webp'.length) : ''
      // Of a store nobody enrolled there is none.
      const replica = HASH.test(named) ? (await stores.of(store))?.replica : undefined
      const body = replica === undefined ? null : await readPicture(replica.db, store, named)
      if (body === null) {
        // It may come yet, from the cloud or from the hub.
        void reply.header('cache-control', 'no-store')
        return refuse(reply, 404, { code: 'not_found', message: 'There is no such picture here.' })
      }
      return reply.type('image/webp').header('cache-control', A_YEAR).send(Buffer.from(body, 'base64'))
    },
  )
}

/** What a hub asks its cloud, and brings it. [PICTURE5] */
function passingOn(api: Api, { database, stores }: Services): void {
  const access = { kind: 'server' } as const
  api.post(
    '/api/pictures/lacking',
    {
      config: { access },
      schema: {
        summary: 'Which of these pictures are not here',
        body: z.object({ hashes: z.array(z.string().regex(HASH)).max(HASHES_MAX) }),
        response: { 200: z.object({ lacking: z.array(z.string()) }) },
      },
    },
    async ({ body: { hashes }, caller }) => {
      const { db, store } = await replicaOf(stores, caller)
      const held = await heldPictures(db, store, hashes)
      return { lacking: hashes.filter((one) => !held.has(one)) }
    },
  )
  api.put(
    '/api/pictures/:hash',
    {
      bodyLimit: BODY_LIMIT,
      config: { access },
      schema: {
        summary: 'Brings a picture that another server of the store has taken in',
        params: hash,
        body: image,
        response: { 200: z.object({ ok: z.literal(true) }), 409: errorSchema },
      },
    },
    async ({ params, body, caller }, reply) => {
      const { db, store } = await replicaOf(stores, caller)
      if (await isFull(db, store)) return refuse(reply, 409, FULL)
      const bytes = Buffer.from(body.image, 'base64')
      if (hashOf('sha256', bytes) !== params.hash || !(await isDrawn(bytes))) {
        const code = 'picture_unreadable'
        return refuse(reply, 409, { code, message: WORDS[code] })
      }
      await keepPicture(db, store, params.hash, bytes.toString('base64'))
      await database.flush()
      return { ok: true as const }
    },
  )
}

const FULL = { code: 'pictures_full', message: 'This store keeps 5,000 pictures already.' }

async function isFull(db: Db, store: string): Promise<boolean> {
  return (await pictureHashes(db, store)).length >= PICTURES_MAX
}

/** The store of a token that was found good: it is here. */
async function replicaOf(stores: Stores, caller: Caller | null): Promise<Replica> {
  const hub = await stores.of(caller?.store ?? '')
  if (hub === null) throw new Error('assertion failed: a good token names a store of this server')
  return hub.replica
}
