package org.zongwu.imports.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zongwu.imports.sheet.Books.merge;
import static org.zongwu.imports.sheet.Books.row;
import static zongwu.db.school.Tables.SCHOOL_CLASS;
import static zongwu.db.stores.Tables.ISSUE;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Worksheet;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.engine.FileImports;
import org.zongwu.engine.FileImports.Result;
import org.zongwu.imports.sheet.Books;
import org.zongwu.kernel.Duty;
import org.zongwu.stores.StoresOffice;
import org.zongwu.web.Messages;

/** The ledgers of a school that we never saw: other words over the columns, another order, titles, footers, and half-written days. */
class OtherSchoolIT extends StoresOffice {
    @TempDir
    Path folder;

    @Autowired
    FileImports imports;
    @Autowired
    Messages messages;
    @Autowired
    DSLContext db;

    @BeforeEach
    void aSchoolWithOpenBooks() {
        openEmptySchool();
        tenancy.write(school, () -> setUp.firstDuty(director.employeeId(), Duty.GA_DIRECTOR));
    }

    @Test
    void a_folder_goes_in_as_its_clerks_wrote_it() throws IOException {
        csv("01花名册.csv", "教职工花名册\n填报单位：某校,,,填报日期：2026年3月1日\n序号,科组（处室）,姓  名,教工号,任教学科/职务,手机号码,来校时间\n1,总务处,王 强,T003,保管员,13812340003,2001.9\n2,语文组,陈　静,T005,语文,13812340005,2010年9月\n合计,2人\n制表人：赵敏,,,审核人：李秀英\n");
        csv("02供货商.csv", "供货商通讯录\n序号,供货商全称,主要供应商品,联系人,联系方式\n1,百汇文体用品店,办公用品,钱进,13700000001\n2,绿源蔬菜配送中心,蔬菜,何源,13700000003\n");
        book("03库存.xlsx", "库存", s -> {
            row(s, 2, null, null, "物资库存清单");
            row(s, 3, null, null, "单位：总务处　　截至2026年2月28日");
            row(s, 4, null, null, "序号", "物资分类", "物资编码", "名称及规格", "计量单位", "结存数", "单价(元)", "金额(元)", "存放位置");
            row(s, 5, null, null, 1, "办公用品", "B001", "A4复印纸70g", "包", 40, "21.50", "860.00", "A-01");
            row(s, 6, null, null, 2, "清洁用品", "Q001", "拖把", "把", 15, 12.5, 187.5, "B-01");
            row(s, 7, null, null, "合  计", null, null, null, null, null, null, "1,047.50");
            row(s, 8, null, null, "保管员：王强", null, null, "总务主任：李秀英");
        });
        book("04入库.xlsx", "3月", s -> {
            row(s, 1, "2026年3月份物资采购入库明细表");
            merge(s, 1, 0, 1, 11);
            row(s, 2, "入库时间", "入库单编号", "名称及规格", "单位", "数目", "价格", null, "供货厂家", "发票编号", "采购经手", "验收人员", null);
            row(s, 3, null, null, null, null, null, "单价（元）", "总额（元）", null, null, null, "验收一", "验收二");
            for (var column : new int[] {0, 1, 2, 3, 4, 7, 8, 9}) merge(s, 2, column, 3, column);
            merge(s, 2, 5, 2, 6);
            merge(s, 2, 10, 2, 11);
            row(s, 4, "3月5日", "2026-0301", "A4复印纸70g", "包", 50, "22.00", "1,100.00", "百汇文体用品店", "00812345", "陈静", "王强", "陈静");
            row(s, 5, "本页合计", null, null, null, null, null, 1100);
            row(s, 6, "3.18", "2026-0302", "拖把", "把", 20, 13, "贰佰陆拾元整", "〃", null, "陈静", "王强", "陈静");
        });
        csv("05领用.csv", "物资领用台账\n（2026年上半年）\n领用时间,领用科室,物资名称,数目,单位,领料人签字,用处,经手\n3月9日,语文组,A4复印纸70g,5包,包,陈 静,试卷,王强\n20260312,语文组,拖把,2,把,陈静,卫生,王强\n备注：以上均有签字。\n");
        csv("06借用.csv", "借用时间,借用科室,借用人签字,借用物品,件数,借用事由,预计归还时间,实际归还时间,归还时状况\n2026.3.6,语文组,陈静,电钻,1把,修桌子,2026.3.8,2026.3.8,完好\n2026/4/2,语文组,陈静,音响,1台,运动会,2026/4/10,,\n");
        csv("07留样.csv", "2026年3月食品留样记录\n日期,餐次,食品留样名称,留样数量（克）,留样时间,留样人签名\n3月2日,午餐,红烧肉,130,11:20,王强\n3月2日,午餐,炒白菜,125,11:25,王强\n");
        csv("08出车.csv", "2026年公务用车使用登记（赣A12345）\n出车日期,用车人,事由,目的地,起码,止码,驾驶员,派车人签字\n3.4,陈静,开会,县城,\"52,310\",\"52,362\",王强,王强\n3.9,陈静,采购,市区,52362,52480,王强,王强\n");
        csv("09加班.csv", "后勤人员加班统计表\n2026年4月\n姓名,加班时间,起止时间,加班小时数,加班内容,审批签字\n王 强,4月4日,8:00-12:00,4,清点仓库,陈静\n王强,4.6,全天,1天,大扫除,陈静\n");
        csv("10督查.csv", "重点工作督查台账\n序号,布置时间,工作事项,事项来源,责任部门,具体负责人,完成期限,完成情况,完成时间\n1,2026.3.1,开学物资发放,行政会,总务处,王强,2026.3.5,已完成,2026.3.4\n");
        var results = load();
        assertThat(results).allSatisfy(r -> {
            assertThat(r.refusal()).as(r.file()).isNull();
            assertThat(r.findings()).as("%s %s", r.file(), r.words()).filteredOn(f -> f.verdict().equals("problem")).isEmpty();
            assertThat(r.taken()).as(r.file()).isEqualTo(r.rows());
        });
        assertThat(results).extracting(Result::rows).containsExactlyInAnyOrder(2, 2, 2, 2, 2, 2, 2, 2, 2, 1);
    }

    @Test
    void a_stock_list_without_codes_gets_them_and_its_items_are_counted_and_handed_out_by_name() throws IOException {
        csv("1花名册.csv", "教职工花名册\n部门,工号,姓名\n教务处,9001,马丽\n");
        csv("2物资明细账.csv", "库存物资明细（2026年2月28日结存）\n品  名,规格,单位,库存量,单  价,金  额\n签字笔,0.5黑,支,120,1.5,180\n粉笔,白色,盒,60,3.2,192\n合计,,,,,372\n");
        book("3领料.xlsx", "领料", s -> {
            row(s, 1, "材料领用登记表");
            row(s, 2, "2026年", null, "部门", "材料名称", "单位", "数量", "领用人");
            row(s, 3, "月", "日");
            merge(s, 2, 0, 2, 1);
            for (var column = 2; column < 7; column++) merge(s, 2, column, 3, column);
            row(s, 4, 3, 5, "教务处", "签字笔", "支", 20, "马丽");
            row(s, 5, null, 9, "教务处", "粉笔", "盒", 5, "马丽");
            row(s, 6, 4, 1, "教务处", "粉笔", "盒", 1, "马丽");
        });
        csv("4盘点.csv", "2026年6月30日物资盘点表\n序号,物品名称,规格,单位,账面数量,盘点数量,差异\n1,签字笔,0.5黑,支,100,99,-1\n");
        var results = load();
        assertThat(results).allSatisfy(r -> assertThat(r.taken()).as("%s %s %s", r.file(), r.refusal(), r.words()).isEqualTo(r.rows()).isPositive());
        tenancy.read(school, () -> {
            assertThat(items.all()).extracting(i -> i.code() + " " + i.label() + " " + i.category()).containsExactly("W0001 签字笔 0.5黑 " + messages.say("stores.category.none"), "W0002 粉笔 白色 " + messages.say("stores.category.none"));
            assertThat(db.select(ISSUE.BUSINESS_DATE).from(ISSUE).where(ISSUE.SCHOOL_ID.eq(school)).orderBy(ISSUE.BUSINESS_DATE).fetch(0, String.class)).containsExactly("2026-03-05", "2026-03-09", "2026-04-01");
            return true;
        });
        assertThat(load()).filteredOn(r -> r.file().compareTo("4") < 0).as("again").allSatisfy(r -> assertThat(r.taken()).as(r.file()).isZero());
    }

    @Test
    void a_class_in_two_columns_is_one() throws IOException {
        csv("1学生.csv", "2025-2026学年学生基本信息\n年级,班级,姓名,性别,学籍号\n七年级,1班,赵一,男,G1001\n七年级,11班,钱二,女,G1002\n八年级,（2）班,孙三,男,G1003\n");
        assertThat(load()).singleElement().satisfies(r -> assertThat(r.taken()).as("%s", r.words()).isEqualTo(3));
        tenancy.read(school, () -> assertThat(db.select(SCHOOL_CLASS.ENTRY_YEAR, SCHOOL_CLASS.NUMBER).from(SCHOOL_CLASS).where(SCHOOL_CLASS.SCHOOL_ID.eq(school)).fetch(c -> c.value1() + "-" + c.value2()))
                .containsExactlyInAnyOrder("2025-1", "2025-11", "2024-2"));
    }

    @Test
    void a_list_without_its_name_on_it_is_no_stock_list_for_want_of_a_code() throws IOException {
        csv("1采购.csv", "采购物品登记\n购买日期,物品,型号,单位,数量,单价/元,合计/元,购买人\n2026-3-1,签字笔,0.5黑,支,100,1.4,140,马丽\n");
        csv("2供应商.csv", "供应商一览表\n序号,供应类别,负责人,电话\n1,文具,张老板,13500000001\n");
        var results = load();
        assertThat(results).filteredOn(r -> r.file().startsWith("1")).singleElement().satisfies(r -> assertThat(r.refusal()).contains(messages.say("import.receipts.supplier")));
        assertThat(results).filteredOn(r -> r.file().startsWith("2")).singleElement().satisfies(r -> assertThat(r.refusal()).contains(messages.say("import.suppliers.name")));
    }

    @Test
    void what_cannot_be_known_is_said_and_not_guessed() throws IOException {
        csv("1出车.csv", "公务用车使用登记（赣A12345）\n出车日期,用车人,事由,目的地,起码,止码,驾驶员\n3.4,陈静,开会,县城,52310,52362,王强\n");
        csv("2礼品.csv", "礼品礼金上交登记\n时间,上交人,赠送单位或个人,礼品礼金名称,数量,折合金额（元）,处理情况\n2026.4.1,陈静,家长,水果券,1张,贰佰元整,退还\n");
        var results = load();
        assertThat(results).filteredOn(r -> r.file().startsWith("1")).singleElement().satisfies(r -> assertThat(r.findings()).extracting(f -> f.code()).containsExactly("import.flaw.DATE"));
        assertThat(results).filteredOn(r -> r.file().startsWith("2")).singleElement().satisfies(r -> assertThat(r.refusal()).as("the column that is missing is named, and no ledger of something else").contains(messages.say("governance.gift.declared_on")));
    }

    private List<Result> load() throws IOException {
        try (var files = Files.list(folder)) {
            var results = new ArrayList<Result>();
            imports.load(school, files.filter(f -> Character.isDigit(f.getFileName().toString().charAt(0))).sorted().toList(), "", false, results::add);
            return results;
        }
    }

    private void csv(String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(Charset.forName("GB18030")));
    }

    private void book(String name, String sheet, Consumer<Worksheet> content) throws IOException {
        Files.move(Books.write(folder, w -> content.accept(w.newWorksheet(sheet))), folder.resolve(name));
    }
}
