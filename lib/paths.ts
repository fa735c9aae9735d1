import path from 'node:path'

/** The project's folder. npm runs every script there, and scripts/start.mjs starts the server there. */
export const projectRoot = process.cwd()

/** What this installation keeps: the SQLite database and the secret that signs sessions. Never under version control. */
export const dataDir = path.join(projectRoot, 'data')

/** Holds the generated AUTH_SECRET of an installation that sets none. */
export const secretFile = path.join(dataDir, 'secret')
