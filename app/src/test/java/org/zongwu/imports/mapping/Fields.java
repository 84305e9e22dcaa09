package org.zongwu.imports.mapping;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.ImportTemplate.Kind;

/** Templates for tests: {@code "!name=姓名|教师姓名"} is a required field of two names. */
final class Fields {
    static final TemplateFields STAFF = of("staff", "!department=部门", "!staffNo:CODE=工号", "!name=姓名", "gender=性别",
            "joinedOn:DATE=参加工作时间", "phone=联系电话|电话");
    static final TemplateFields ROOMS = of("rooms", "!building=楼栋|所在楼", "!door:CODE=门牌号|房号", "title=名称|用途名称", "use=类别",
            "area:NUMBER=面积|使用面积", "keeper=责任人");
    static final TemplateFields GOODS = of("goods", "category=类别", "!code:CODE=编号", "!name=品名|名称", "spec=规格型号|规格", "!unit=单位",
            "quantity:NUMBER=期初数量|数量", "price:MONEY=单价", "amount:MONEY=金额");

    /** What a file says that no school has taken in yet: there are no terms. */
    static final Years YEARS = Years.of(List.of(), "");

    private Fields() {}

    static TemplateFields of(String id, String... fields) {
        return new TemplateFields(id, id, Set.of(), Arrays.stream(fields).map(Fields::known).toList(), null);
    }

    private static TemplateFields.Known known(String text) {
        var required = text.startsWith("!");
        var parts = text.substring(required ? 1 : 0).split("=");
        var head = parts[0].split(":");
        var names = new LinkedHashSet<String>();
        List.of(parts[1].split("\\|")).forEach(n -> names.add(Heading.plain(n)));
        var field = new ImportTemplate.Field(head[0], required, head.length == 1 ? Kind.TEXT : Kind.valueOf(head[1]), List.of());
        return new TemplateFields.Known(field, parts[1].split("\\|")[0], names);
    }
}
