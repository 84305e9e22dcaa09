/** Allows itself an upper floor. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "upper")
package broken.house.lower;
