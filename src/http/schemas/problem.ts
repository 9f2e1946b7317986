import { type Static, Type } from 'typebox'
import { named } from './reference.ts'

/** A failure as RFC 9457 shows it. */
export const Problem = named('Problem', 'A failure, as RFC 9457 describes it', {
  type: Type.String({
    format: 'uri-reference',
    description: 'Names the kind of failure; it is the address of its description'
  }),
  title: Type.String({ description: 'The kind of failure, in words' }),
  status: Type.Integer({ minimum: 400, maximum: 599 }),
  detail: Type.Optional(
    Type.String({ description: 'This very failure, in words; absent when it is not the client’s' })
  ),
  instance: Type.String({ description: 'The request id, as in the header `x-request-id` and in the log' }),
  code: Type.String({ description: 'The kind of failure, for programs' }),
  errors: Type.Optional(
    Type.Array(
      Type.Object(
        {
          path: Type.String({ description: 'JSON pointer into the body, or the name of a parameter' }),
          message: Type.String()
        },
        { title: 'FieldProblem', additionalProperties: false }
      ),
      { description: 'What is wrong with which field; at most 8 entries' }
    )
  ),
  progress: Type.Optional(
    Type.Number({ minimum: 0, maximum: 1, description: 'Share of the index that is loaded; only in `/readyz`' })
  )
})

/** A failure as RFC 9457 shows it. */
export type ProblemAnswer = Static<typeof Problem>
