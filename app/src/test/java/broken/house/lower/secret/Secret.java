package broken.house.lower.secret;

/** Public for Java, sealed for other modules. */
public class Secret {}
