package dev.tailback.localorg.formula;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Functions on times of the day, on weeks, and on seconds since 1970. The org's time zone is GMT. */
final class TimeFunctions {

    private TimeFunctions() {}

    static void addTo(Map<String, Function> known) {
        known.put("HOUR", arguments -> part(arguments, LocalTime::getHour));
        known.put("MINUTE", arguments -> part(arguments, LocalTime::getMinute));
        known.put("SECOND", arguments -> part(arguments, LocalTime::getSecond));
        known.put("MILLISECOND", arguments -> part(arguments, time -> time.getNano() / 1_000_000));
        known.put(
                "TIMEVALUE",
                new ReadFromText<>(ValueType.TIME, TimeFunctions::time, LocalTime::parse, "a text that is no time")
                        ::of);
        known.put("TIMENOW", arguments -> {
            arguments.count(0, 0);
            return new Typed(ValueType.TIME, on -> time(on.now()));
        });
        known.put(
                "ISOWEEK",
                arguments -> DateFunctions.part(arguments, day -> day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
        known.put("ISOYEAR", arguments -> DateFunctions.part(arguments, day -> day.get(IsoFields.WEEK_BASED_YEAR)));
        known.put("DAYOFYEAR", arguments -> DateFunctions.part(arguments, LocalDate::getDayOfYear));
        known.put("UNIXTIMESTAMP", TimeFunctions::seconds);
        known.put("FROMUNIXTIME", TimeFunctions::fromSeconds);
    }

    private static LocalTime time(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalTime();
    }

    private static Typed part(Arguments arguments, ToIntFunction<LocalTime> part) {
        Expression time = arguments.count(1, 1).of(ValueType.TIME, 0);
        return Typed.number(on -> {
            LocalTime value = (LocalTime) time.evaluate(on);
            return value == null ? null : BigDecimal.valueOf(part.applyAsInt(value));
        });
    }

    private static Typed seconds(Arguments arguments) {
        Typed value = arguments.count(1, 1).any(0);
        if (value.type() != ValueType.DATETIME && value.type() != ValueType.DATE && value.type() != ValueType.TIME) {
            throw arguments.wrong("takes a date or a time, not " + value.type().words());
        }
        return Typed.number(on -> {
            Object found = value.expression().evaluate(on);
            if (found instanceof Instant moment) {
                return BigDecimal.valueOf(moment.getEpochSecond());
            }
            if (found instanceof LocalTime time) {
                return BigDecimal.valueOf(time.toSecondOfDay());
            }
            return found instanceof LocalDate day
                    ? BigDecimal.valueOf(day.atStartOfDay(ZoneOffset.UTC).toEpochSecond())
                    : null;
        });
    }

    private static Typed fromSeconds(Arguments arguments) {
        Expression seconds = arguments.count(1, 1).number(0);
        return new Typed(ValueType.DATETIME, on -> {
            BigDecimal value = (BigDecimal) seconds.evaluate(on);
            return value == null ? null : Instant.ofEpochSecond(value.longValue());
        });
    }
}
