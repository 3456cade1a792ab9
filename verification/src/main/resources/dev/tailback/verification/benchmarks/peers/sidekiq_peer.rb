# Sidekiq under load: "ruby sidekiq_peer.rb RECORDS" pushes; required by the command sidekiq, it does nothing with what
# it gets until its input ends. Redis is in REDIS_URL. Says "filled SECONDS", or "ready", waits for a line, and from
# then on says "done NUMBER".
require "sidekiq"

$stdout.sync = true
Sidekiq.logger.level = Logger::ERROR
# A line about its own driver for every job would be most of the work.
Redis.silence_deprecations = true if defined?(Redis) && Redis.respond_to?(:silence_deprecations=)

class NoWork
  include Sidekiq::Worker

  LOCK = Mutex.new
  @done = 0

  class << self
    attr_accessor :done
  end

  def perform(_body)
    LOCK.synchronize { NoWork.done += 1 }
  end
end

def fill(records)
  body = "v" * 230
  Sidekiq.redis { |redis| redis.ping }
  start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
  (0...records).each_slice(200) do |some|
    Sidekiq::Client.push_bulk("class" => NoWork, "args" => some.map { [body] })
  end
  puts "filled #{Process.clock_gettime(Process::CLOCK_MONOTONIC) - start}"
end

def tell
  told = 0
  loop do
    sleep 0.05
    done = NoWork.done
    puts "done #{done}" if done > told
    told = done
  end
end

if defined?(Sidekiq::CLI)
  puts "ready"
  exit!(0) unless $stdin.gets
  Thread.new { tell }
  Thread.new do
    $stdin.read
    exit!(0)
  end
else
  fill(Integer(ARGV.fetch(0)))
end
