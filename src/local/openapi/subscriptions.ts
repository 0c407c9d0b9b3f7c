import type { Sqlite } from '../database/sqlite'
import type { Messages, SentMessage } from '../inside'

/** What a person answers when they are asked; `ban` is the platform's answer for a template that it has banned. */
export const consentAnswers = ['accept', 'reject', 'ban'] as const
export type ConsentAnswer = (typeof consentAnswers)[number]

const schema = `
  CREATE TABLE IF NOT EXISTS consents (
    openid TEXT NOT NULL, template TEXT NOT NULL, left INTEGER NOT NULL, banned INTEGER NOT NULL,
    PRIMARY KEY (openid, template)
  );
  CREATE TABLE IF NOT EXISTS messages (id INTEGER PRIMARY KEY AUTOINCREMENT, message TEXT NOT NULL);
`
/** What `/_local` shows and keeps. */
const kept = 200

/** Who may still be sent what, and what was sent: each accepted subscription is one message, without an end. */
export class Subscriptions implements Messages {
  constructor(private readonly sqlite: Sqlite) {
    sqlite.exec(schema)
  }

  /** The last messages, those that were refused among them. */
  get sent(): readonly SentMessage[] {
    const rows = this.sqlite.all<{ message: string }>('SELECT message FROM messages ORDER BY id')
    return rows.map(({ message }) => JSON.parse(message) as SentMessage)
  }

  /** How many more messages a person has agreed to. */
  left(openid: string, template: string): number {
    return this.find(openid, template)?.left ?? 0
  }

  isBanned(openid: string, template: string): boolean {
    return this.find(openid, template)?.banned === 1
  }

  /** Writes down what a person has answered. A refusal takes nothing back that was accepted before. */
  consent(openid: string, template: string, answer: ConsentAnswer): void {
    if (answer === 'reject') return
    const set = answer === 'ban' ? 'banned = 1' : 'left = left + 1, banned = 0'
    const first = answer === 'ban' ? [0, 1] : [1, 0]
    this.sqlite.run(`INSERT INTO consents VALUES (?, ?, ?, ?) ON CONFLICT (openid, template) DO UPDATE SET ${set}`, [
      openid,
      template,
      ...first,
    ])
  }

  /** Sends a message and uses up one consent, or neither. */
  send(message: SentMessage): void {
    this.sqlite.transaction(() => {
      const where = 'WHERE openid = ? AND template = ?'
      this.sqlite.run(`UPDATE consents SET left = left - 1 ${where}`, [message.openid, message.templateId])
      this.write(message)
    })
  }

  /** Writes down a message that was refused. */
  note(message: SentMessage): void {
    this.sqlite.transaction(() => this.write(message))
  }

  private write(message: SentMessage): void {
    this.sqlite.run('INSERT INTO messages (message) VALUES (?)', [JSON.stringify(message)])
    this.sqlite.run('DELETE FROM messages WHERE id <= (SELECT MAX(id) FROM messages) - ?', [kept])
  }

  private find(openid: string, template: string): { left: number; banned: number } | undefined {
    const sql = 'SELECT left, banned FROM consents WHERE openid = ? AND template = ?'
    return this.sqlite.get<{ left: number; banned: number }>(sql, [openid, template])
  }
}
