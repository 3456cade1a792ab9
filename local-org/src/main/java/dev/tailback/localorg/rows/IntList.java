package dev.tailback.localorg.rows;

import java.util.Arrays;

/** Row numbers that one writer adds to while many read. */
final class IntList {
    private volatile int[] numbers = new int[2];
    private volatile int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size] = number;
        size = size + 1;
    }

    void remove(int number) {
        int[] kept =
                Arrays.stream(numbers, 0, size).filter(other -> other != number).toArray();
        size = 0;
        numbers = Arrays.copyOf(kept, Math.max(2, kept.length));
        size = kept.length;
    }

    /** What is there now; read before {@code numbers}, so that it never exceeds them. */
    int[] toArray() {
        int count = size;
        int[] now = numbers;
        return Arrays.copyOf(now, Math.min(count, now.length));
    }
}
