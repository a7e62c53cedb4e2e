import { z } from 'zod'

/** Only this machine reaches us there. */
const LOCAL = new Set(['127.0.0.1', 'localhost', '::1'])

const port = z.coerce.number().int().min(0).max(65535)

const schema = z
  .object({
    PORT: port.default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    DATA_DIR: z.string().min(1).default('./data'),
    // Not z.url: a server on a unix socket has no host (postgres://user@/name?host=/folder).
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\/\S+$/, { error: 'must be an address like postgres://user@host/name' })
      .optional(),
    DEMO: z.enum(['0', '1']).default('0'),
    NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  })
  .refine((env) => !(env.DEMO === '1' && env.NODE_ENV === 'production'), {
    path: ['DEMO'],
    error: 'must not be 1 when NODE_ENV is production: the demo lets anyone sign in as anyone',
  })

/** How this process runs, read once from the environment. */
export type Config = {
  port: number
  host: string
  dataDir: string
  databaseUrl: string | undefined
  /** Anyone may sign in as anyone of the imagined county. */
  demo: boolean
  /**
   * Shows every message that was sent on a page, for want of a mail server: sign-in codes too. Never in production,
   * nor where anyone but this machine can reach us.
   */
  development: boolean
  /** The address people use, where a proxy stands before us; cookies are marked secure when it is https. */
  publicUrl: string | undefined
}

/** Reads the environment. Throws one line a problem, each naming the variable and what is wrong with it. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const parsed = schema.safeParse(
    Object.fromEntries(
      Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
    ),
  )
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('\n'))
  }
  const env = parsed.data
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    demo: env.DEMO === '1',
    development: env.NODE_ENV !== 'production' && !env.PUBLIC_URL && LOCAL.has(env.HOST),
    publicUrl: env.PUBLIC_URL,
  }
}
