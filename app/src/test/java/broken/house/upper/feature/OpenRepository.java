package broken.house.upper.feature;

import static zongwu.db.stores.Tables.ISSUE;

import org.jooq.Condition;
import org.springframework.stereotype.Repository;

/** Public, reads another module's table, and searches past the index. */
@Repository
public class OpenRepository {
    Condition search(String words) {
        return ISSUE.NO.containsIgnoreCase(words);
    }
}
