package org.zongwu;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.zongwu.launch.Console;

/** The product. Started by {@code ./zongwu}. */
@SpringBootApplication
@Modulithic(systemName = "Zongwu", sharedModules = "kernel")
public class Zongwu {
    static void main(String[] args) {
        Console.start(Zongwu.class, args);
    }
}
