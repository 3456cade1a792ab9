// BullMQ under load: "fill RECORDS" adds, "work" does nothing fifty times at once until its input ends. Redis is in
// REDIS_URL. Says "filled SECONDS", or "ready", waits for a line, and from then on says "done NUMBER".
const { Queue, Worker } = require('bullmq');

const NAME = 'peer';
const BODY = 'v'.repeat(230);
const AT_ONCE = 200;
const CONCURRENCY = 50;
const redis = new URL(process.env.REDIS_URL);
const connection = { host: redis.hostname, port: Number(redis.port), maxRetriesPerRequest: null };

async function fill(records) {
  const queue = new Queue(NAME, { connection, defaultJobOptions: { removeOnComplete: true } });
  await queue.waitUntilReady();
  const begin = process.hrtime.bigint();
  for (let from = 0; from < records; from += AT_ONCE) {
    const jobs = [];
    for (let number = from; number < Math.min(records, from + AT_ONCE); number++) {
      jobs.push({ name: 'j', data: BODY });
    }
    await queue.addBulk(jobs);
  }
  console.log('filled ' + Number(process.hrtime.bigint() - begin) / 1e9);
  await queue.close();
}

async function work() {
  let done = 0;
  let told = 0;
  const worker = new Worker(NAME, async () => { done++; }, { connection, concurrency: CONCURRENCY, autorun: false });
  await worker.waitUntilReady();
  process.stdin.once('data', () => {
    worker.run();
    setInterval(() => {
      if (done > told) {
        told = done;
        console.log('done ' + told);
      }
    }, 50);
  });
  process.stdin.once('end', () => process.exit(0));
  console.log('ready');
}

const [mode, records] = process.argv.slice(2);
(mode === 'fill' ? fill(Number(records)) : work()).catch((failure) => {
  console.error(failure);
  process.exit(1);
});
