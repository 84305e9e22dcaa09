package broken.house;

import org.springframework.modulith.Modulithic;

/** A house that breaks every wall, so that each wall is seen to hold. */
@Modulithic
public class BrokenHouse {}
