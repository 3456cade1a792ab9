package dev.tailback.localorg.formula;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Functions on dates. The org's time zone is GMT. */
final class DateFunctions {

    private DateFunctions() {}

    static void addTo(Map<String, Function> known) {
        known.put("TODAY", arguments -> {
            arguments.count(0, 0);
            return Typed.date(on -> day(on.now()));
        });
        known.put("NOW", arguments -> {
            arguments.count(0, 0);
            return new Typed(ValueType.DATETIME, Evaluation::now);
        });
        known.put("YEAR", arguments -> part(arguments, LocalDate::getYear));
        known.put("MONTH", arguments -> part(arguments, LocalDate::getMonthValue));
        known.put("DAY", arguments -> part(arguments, LocalDate::getDayOfMonth));
        known.put(
                "WEEKDAY",
                arguments -> part(arguments, day -> day.getDayOfWeek().getValue() % 7 + 1));
        known.put("DATE", DateFunctions::date);
        known.put(
                "DATEVALUE",
                new ReadFromText<>(ValueType.DATE, DateFunctions::day, LocalDate::parse, "a text that is no date")::of);
        known.put("DATETIMEVALUE", DateFunctions::dateTimeValue);
        known.put("ADDMONTHS", DateFunctions::addMonths);
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** A number of the day. */
    static Typed part(Arguments arguments, ToIntFunction<LocalDate> part) {
        Expression date = arguments.count(1, 1).of(ValueType.DATE, 0);
        return Typed.number(on -> {
            LocalDate day = (LocalDate) date.evaluate(on);
            return day == null ? null : BigDecimal.valueOf(part.applyAsInt(day));
        });
    }

    private static Typed date(Arguments arguments) {
        arguments.count(3, 3);
        Expression year = arguments.number(0);
        Expression month = arguments.number(1);
        Expression day = arguments.number(2);
        return Typed.date(on -> {
            try {
                return LocalDate.of(whole(year, on), whole(month, on), whole(day, on));
            } catch (DateTimeException e) {
                throw new FormulaFailure("a day that does not exist");
            }
        });
    }

    private static int whole(Expression number, Evaluation on) {
        BigDecimal value = (BigDecimal) number.evaluate(on);
        return value == null ? 0 : value.intValue();
    }

    private static Typed dateTimeValue(Arguments arguments) {
        Expression text = arguments.count(1, 1).text(0);
        return new Typed(ValueType.DATETIME, on -> {
            String written = Operators.orEmpty(text.evaluate(on));
            try {
                return written.isEmpty()
                        ? null
                        : LocalDateTime.parse(written.replace(' ', 'T').replaceAll("Z$", ""))
                                .toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                throw new FormulaFailure("a text that is no date and time");
            }
        });
    }

    private static Typed addMonths(Arguments arguments) {
        Expression date = arguments.count(2, 2).of(ValueType.DATE, 0);
        Expression months = arguments.number(1);
        return Typed.date(on -> {
            LocalDate day = (LocalDate) date.evaluate(on);
            BigDecimal count = (BigDecimal) months.evaluate(on);
            return day == null || count == null ? null : day.plusMonths(count.longValue());
        });
    }
}
