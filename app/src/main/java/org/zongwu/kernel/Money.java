package org.zongwu.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** An amount of CNY in 分, exact; negative for a reversal (红字). */
public record Money(long fen) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    /** From yuan; refuses more than two decimals, because a third one has no coin. */
    public static Money ofYuan(BigDecimal yuan) {
        return new Money(yuan.movePointRight(2).longValueExact());
    }

    public static Money ofYuan(String yuan) {
        return ofYuan(new BigDecimal(yuan));
    }

    /** Quantity times price, rounded half up to the fen. */
    public static Money of(Quantity quantity, BigDecimal unitPrice) {
        return new Money(quantity.value().multiply(unitPrice).movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    public BigDecimal yuan() {
        return BigDecimal.valueOf(fen, 2);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    public Money negated() {
        return new Money(Math.negateExact(fen));
    }

    public boolean isZero() {
        return fen == 0;
    }

    public boolean isNegative() {
        return fen < 0;
    }

    /** 大写 (会计基础工作规范 art. 52). */
    public String inWords() {
        return AmountInWords.of(this);
    }

    /** With thousands separators, two decimals and U+2212 as the minus sign: {@code −1,234.50}. */
    @Override
    public String toString() {
        var text = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(yuan().abs());
        return fen < 0 ? "−" + text : text;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }
}
