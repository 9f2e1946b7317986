// Puts the documents of a JSONL file into the queue: node enqueue.js pages.jsonl
import { open } from 'node:fs/promises'
import { Redis } from 'ioredis'
import { enqueue } from './streams.js'

const { REDIS_URL = 'redis://127.0.0.1:6379' } = process.env
const redis = new Redis(REDIS_URL)
const file = await open(process.argv[2])
let count = 0
for await (const line of file.readLines()) {
  if (line.trim() === '') continue
  await enqueue(redis, JSON.parse(line))
  count++
}
console.log(`${count} documents are in the queue`)
redis.disconnect()
