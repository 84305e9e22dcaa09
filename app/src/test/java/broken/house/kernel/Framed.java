package broken.house.kernel;

/** A value that knows a framework. */
@org.springframework.stereotype.Component
public class Framed {}
