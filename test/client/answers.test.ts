import fc from 'fast-check'
import { answersOf, answersQuery } from '../../src/client/answers'
import { matterRules } from '../../src/knowledge/rules'

const questions = [
  { id: 'scope', options: [{ id: 'mine' }, { id: 'many' }] },
  { id: 'where.room', options: [{ id: 'kitchen' }, { id: 'bath-room' }] },
]

describe('what a text has answered, in the path of a page', () => {
  it.each([
    [{}, ''],
    [{ scope: 'many' }, 'a=scope:many'],
    [{ scope: 'many', 'where.room': 'kitchen' }, 'a=scope:many,where.room:kitchen'],
  ])('%j is %s', (answers, query) => {
    expect(answersQuery(answers)).toBe(query)
  })

  it('is nothing where nothing is known', () => {
    expect(answersQuery()).toBe('')
  })

  it.each([
    ['a question that nobody asks', 'colour:red', {}],
    ['an option that there is not', 'scope:all', {}],
    ['one of each', 'scope:all,colour:red,where.room:kitchen', { 'where.room': 'kitchen' }],
    ['what an object has by itself', 'constructor:name,__proto__:many', {}],
    ['no pair', 'scope', {}],
    ['nothing', '', {}],
    ['no query', undefined, {}],
    [
      'a query that was encoded on its way',
      'scope%3Amany%2Cwhere.room%3Akitchen',
      { scope: 'many', 'where.room': 'kitchen' },
    ],
  ])('of %s is read as %3$j', (_, query, answers) => {
    expect(answersOf(query, questions)).toEqual(answers)
  })

  it('is read back for every question that a matter asks', () => {
    for (const { questions: asked } of Object.values(matterRules)) {
      const answers = Object.fromEntries(asked.map(({ id, options }) => [id, options.at(-1)?.id ?? '']))
      const query = answersQuery(answers)
      expect(query).toMatch(/^(a=[\w.:,-]{1,150})?$/)
      expect(answersOf(query.slice(2), asked)).toEqual(answers)
    }
  })

  it('never is what the matter does not know', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        for (const [id, option] of Object.entries(answersOf(query, questions)))
          expect(questions.find((asked) => asked.id === id)?.options.map((one) => one.id)).toContain(option)
      }),
    )
  })
})
