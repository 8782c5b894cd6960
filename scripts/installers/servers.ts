/** Local registries on loopback addresses. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

export interface Server {
  url: string
  stop(): Promise<void>
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

/** Starts a program that serves `url`, and waits until it answers. */
export async function serve(
  command: string,
  args: readonly string[],
  url: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Server> {
  const child: ChildProcess = spawn(command, args, { stdio: 'ignore', env, detached: true })
  const stop = async () => {
    if (child.exitCode !== null || child.pid === undefined) return
    // The whole group: `npx` starts another program.
    process.kill(-child.pid, 'SIGTERM')
    await once(child, 'exit')
  }
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`Cannot serve ${url}: ${command} ended with ${child.exitCode}`)
    const answer = await fetch(url).catch(() => undefined)
    if (answer) return { url, stop }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await stop()
  throw new Error(`Cannot serve ${url}: no answer in a minute`)
}
