package broken.house.lower.one;

/** One half of a ring. */
public class One {
    broken.house.lower.two.Two two;
}
