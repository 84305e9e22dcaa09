/** Declares no allowedDependencies. */
@org.springframework.modulith.ApplicationModule
package broken.house.upper;
