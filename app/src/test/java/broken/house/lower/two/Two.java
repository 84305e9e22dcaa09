package broken.house.lower.two;

/** The other half. */
public class Two {
    broken.house.lower.one.One one;
}
