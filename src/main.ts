import { serve } from './serve.ts'

serve(process.env).catch((problem: Error) => {
  console.error(problem.message)
  process.exitCode = 1
})
