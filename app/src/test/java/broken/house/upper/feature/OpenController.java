package broken.house.upper.feature;

import broken.house.lower.secret.Secret;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

/** Public, with a transaction of its own, the machine's clock, a double near money and a sealed room's type. */
@Controller
public class OpenController {
    Secret secret;
    double price;

    @Transactional
    LocalDate today() {
        return LocalDate.now();
    }
}
